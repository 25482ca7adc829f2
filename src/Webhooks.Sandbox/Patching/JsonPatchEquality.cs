using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>Values compared as a test of a JSON patch compares them: scalars by how they are spelled, members in any order.</summary>
/// <remarks>
/// The server tests against its own encoding of the object, in which <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped: a test for
/// a text that has one passes only where the patch escapes it too. No recursion.
/// </remarks>
/// <param name="document">The object before the patch.</param>
internal sealed class JsonPatchEquality(JsonValue document)
{
    /// <summary>True when the draft, as it is now, and the value of a patch say the same; a missing value is none.</summary>
    public bool AreEqual(JsonDraft left, JsonValue right)
    {
        Stack<(JsonDraft Left, JsonValue Right)> pending = new([(left, right)]);
        while (pending.TryPop(out (JsonDraft Left, JsonValue Right) pair))
        {
            (JsonDraft draft, JsonValue value) = pair;
            if (value.IsMissing || draft.Kind != value.Kind || draft.Count != value.Count)
            {
                return false;
            }

            JsonCursor children = new(value);
            for (int i = 0; children.MoveNext(); i++)
            {
                if ((children.IsObject ? draft.Find(children.Name) : draft.Items[i]) is not { } child)
                {
                    return false;
                }

                pending.Push((child, children.Value));
            }

            if (draft.Kind < JsonKind.Array && !Spelled(draft.Source).AsSpan().SequenceEqual(value.RawText))
            {
                return false;
            }
        }

        return true;
    }

    private byte[] Spelled(JsonValue scalar)
    {
        bool isOfServer = scalar.Kind == JsonKind.String && document.RawText.Overlaps(scalar.RawText);
        return isOfServer ? Encoding.UTF8.GetBytes(GoValues.Escape(scalar.ToString())) : scalar.RawText.ToArray();
    }
}
