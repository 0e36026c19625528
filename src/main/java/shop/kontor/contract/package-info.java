/** What openapi.yaml says, at run time: its operations, and the check of requests against it. */
package shop.kontor.contract;
