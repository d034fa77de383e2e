package museum.atrium.testing.example.untidy.bare;

class Undocumented {}
