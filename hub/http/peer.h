#pragma once

namespace yc::hub::http {

/// Whether the other end of a TCP connection has closed it or was given up as dead; what it sent before that
/// may still be unread. Does not block.
[[nodiscard]] bool peer_has_left(int socket);

/// Lets the system notice within about half a minute that the other machine is gone without a word (power,
/// cable): the connection then fails, and peer_has_left() says so.
void notice_dead_peers(int socket);

}  // namespace yc::hub::http
