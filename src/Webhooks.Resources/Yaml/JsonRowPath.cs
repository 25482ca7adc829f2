using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>The path of a row of a JSON tree, found by walking down to it.</summary>
internal static class JsonRowPath
{
    /// <summary>The path of a value's row, or of a member's name row. Cost: linear in the siblings on the way.</summary>
    public static string Of(JsonTree tree, int row)
    {
        FieldPath path = new();
        JsonRow[] rows = tree.Rows;
        int at = 0;
        while (at < row)
        {
            bool isObject = rows[at].Kind == JsonKind.Object;
            int child = at + 1;
            int index = 0;
            while (rows[isObject ? child + 1 : child].End <= row)
            {
                child = rows[isObject ? child + 1 : child].End;
                index++;
            }

            if (isObject)
            {
                path.Member(new JsonValue(tree, child).GetString());
                at = child == row ? row : child + 1;
            }
            else
            {
                path.Item(index);
                at = child;
            }
        }

        return path.ToString();
    }
}
