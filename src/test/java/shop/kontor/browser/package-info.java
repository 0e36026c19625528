/** Opens the front page and Swagger UI, as a person does, most of it in Chromium. */
package shop.kontor.browser;
