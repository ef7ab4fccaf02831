package dev.s2ioc.command.image;

/** What is copied, and where to: a tag of a repository, or without a tag a digest. */
record ImageMapping(ImageLocation source, ImageLocation target) {}
