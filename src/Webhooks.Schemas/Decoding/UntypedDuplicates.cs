using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>Notes the members that stand twice in JSON that has no type. No recursion.</summary>
public static class UntypedDuplicates
{
    /// <summary>Notes them in document order; <paramref name="rows"/> are the names' rows.</summary>
    public static void Note(JsonValue document, IReadOnlySet<int> rows, StrictFindings findings)
    {
        if (rows.Count == 0)
        {
            return;
        }

        MemberPath path = new();
        Stack<(JsonCursor Cursor, int Index)> open = new();
        open.Push((new JsonCursor(document, withShadowed: true), 0));
        while (open.TryPop(out (JsonCursor Cursor, int Index) top))
        {
            if (!top.Cursor.MoveNext())
            {
                if (open.Count > 0)
                {
                    path.Back();
                }

                continue;
            }

            open.Push((top.Cursor, top.Index + 1));
            if (!top.Cursor.IsObject)
            {
                path.Into(top.Index);
            }
            else
            {
                if (rows.Contains(top.Cursor.NameValue.Row))
                {
                    findings.Duplicate(path.Member(top.Cursor.Name));
                }

                path.Into(top.Cursor.NameValue);
            }

            open.Push((new JsonCursor(top.Cursor.Value, withShadowed: true), 0));
        }
    }
}
