/**
 * HTTP/1.1 over a TLS that is there at once: BoringSSL through JNI, where the JDK's own TLS needs 200 ms of a short command's
 * life to warm up. Does the plain exchanges only; what needs more (uploads, WebSockets, proxies) takes the JDK's client.
 */
package dev.s2ioc.wire;
