namespace Webhooks.Resources.Json;

/// <summary>Values compared as RFC 6902 section 4.6 does.</summary>
public static class JsonEquality
{
    /// <summary>
    /// True when both are the same kind and say the same: strings by their text, numbers by value, arrays item by
    /// item, objects member by member in any order.
    /// </summary>
    /// <remarks>No recursion. Cost: linear where members stand in the same order, else also in the members per object.</remarks>
    public static bool AreEqual(JsonValue left, JsonValue right) => AreEqual(left, right, null);

    /// <summary>As <see cref="AreEqual(JsonValue, JsonValue)"/>, but <paramref name="numbers"/> says which numbers are equal.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right, Func<JsonValue, JsonValue, bool>? numbers)
    {
        if (left.Kind < JsonKind.Array)
        {
            return AreEqualShallow(left, right, numbers);
        }

        Stack<(JsonValue Left, JsonValue Right)> pending = new();
        pending.Push((left, right));
        while (pending.TryPop(out (JsonValue Left, JsonValue Right) pair))
        {
            if (!AreEqualShallow(pair.Left, pair.Right, numbers) || !PushChildren(pair.Left, pair.Right, pending, numbers))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the draft, as it is now, and the value say the same.</summary>
    public static bool AreEqual(JsonDraft left, JsonValue right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return DraftEquality.AreEqual(left, right);
    }

    private static bool AreEqualShallow(JsonValue left, JsonValue right, Func<JsonValue, JsonValue, bool>? numbers)
    {
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            JsonKind.Number when numbers != null => numbers(left, right),
            JsonKind.Number => JsonNumbers.AreEqual(left.RawText, right.RawText),
            JsonKind.String => left.TryGetPlainText(out ReadOnlySpan<byte> text) ? right.TextEquals(text)
                : right.TryGetPlainText(out text) ? left.TextEquals(text)
                : left.GetString() == right.GetString(),
            _ => left.Count == right.Count,
        };
    }

    private static bool PushChildren(
        JsonValue left, JsonValue right, Stack<(JsonValue Left, JsonValue Right)> pending, Func<JsonValue, JsonValue, bool>? numbers)
    {
        JsonCursor ours = new(left);
        JsonCursor theirs = new(right);
        Dictionary<string, JsonValue>? byName = null;
        while (ours.MoveNext())
        {
            theirs.MoveNext();
            JsonValue other = theirs.Value;
            if (ours.IsObject && !AreEqualShallow(ours.NameValue, theirs.NameValue, numbers))
            {
                byName ??= right.Members().ToDictionary();
                if (!byName.TryGetValue(ours.Name, out other))
                {
                    return false;
                }
            }

            if (ours.Value.Kind >= JsonKind.Array)
            {
                pending.Push((ours.Value, other));
            }
            else if (!AreEqualShallow(ours.Value, other, numbers))
            {
                return false;
            }
        }

        return true;
    }
}
