/** What an operator sets, and how a start ends when that can't work. */
package shop.kontor.settings;
