-- One database for each service; run by the image when its volume is still empty.
CREATE DATABASE registration;
CREATE DATABASE notification;
CREATE DATABASE recording;
