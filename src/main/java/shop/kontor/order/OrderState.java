package shop.kontor.order;

import shop.kontor.api.model.OrderStatus;

/**
 * Whose an order is, and how far it has come.
 *
 * @param userId null once the user is deleted
 */
record OrderState(Long userId, OrderStatus status) {}
