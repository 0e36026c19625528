package shop.kontor.contract;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import shop.kontor.problem.InvalidRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The read-only members that a client sent back ({@code x-read-back} in the contract). */
public final class ReadBack {

    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private final Map<String, JsonNode> members;
    private final JsonMapper json;

    ReadBack(Map<String, JsonNode> members, JsonMapper json) {
        this.members = members;
        this.json = json;
    }

    /** Whether this member was sent back. */
    public boolean has(String member) {
        return members.containsKey(member);
    }

    /** The number of elements of this member; 0 unless it is an array. */
    public int size(String member) {
        var value = members.get(member);
        return value == null ? 0 : value.size();
    }

    /**
     * Requires that the client did not change a read-only member.
     *
     * @param row supplies the current representation; called only if anything was sent back
     * @throws InvalidRequest if a member differs, {@code read_only}
     */
    public void requireUnchanged(Supplier<?> row) {
        if (members.isEmpty()) {
            return;
        }
        var now = json.<JsonNode>valueToTree(row.get());
        var faults = members.entrySet().stream()
                .filter(member -> !member.getValue().equals(BY_VALUE, now.path(member.getKey())))
                .map(member -> InvalidRequest.inBody(
                        "/" + member.getKey(),
                        "read_only",
                        "is read-only: send the value that was read, or leave it out"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
