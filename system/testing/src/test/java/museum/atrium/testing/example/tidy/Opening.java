package museum.atrium.testing.example.tidy;

import museum.atrium.testing.example.tidy.flow.Door;

class Opening {

    Door door() {
        return new Door();
    }
}
