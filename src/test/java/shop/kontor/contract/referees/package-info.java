/** What foreign validators make of the contract, of good requests and of all answers. */
package shop.kontor.contract.referees;
