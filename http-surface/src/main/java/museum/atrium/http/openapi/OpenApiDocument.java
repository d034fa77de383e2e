package museum.atrium.http.openapi;

/** A document and what identifies its content. */
record OpenApiDocument(String content, String eTag) {}
