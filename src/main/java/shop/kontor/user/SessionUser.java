package shop.kontor.user;

import shop.kontor.api.model.Role;

/** What each request with a token needs to know about the user of its session. */
record SessionUser(long id, Role role) {}
