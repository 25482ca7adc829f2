namespace Webhooks.Sandbox.Protobuf;

/// <summary>What a message is made of.</summary>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed class ProtoMessage
{
    private readonly Dictionary<int, int> _byNumber;

    private ProtoMessage(string name, ProtoForm form, ProtoField[] fields)
    {
        Name = name;
        Form = form;
        Fields = fields;
        _byNumber = Enumerable.Range(0, fields.Length).ToDictionary(index => fields[index].Number);
    }

    /// <summary>An entry of a map; the value is read by what the map holds.</summary>
    public static ProtoMessage Entry { get; } = Parse("Entry: 1 key string, 2 value bytes", "");

    /// <summary>The name, without its package.</summary>
    public string Name { get; }

    /// <summary>What it is in JSON.</summary>
    public ProtoForm Form { get; }

    /// <summary>The fields in the order in which they are written.</summary>
    public IReadOnlyList<ProtoField> Fields { get; }

    /// <summary>Reads a line of the table: <c>Overhead: 1 podFixed quantity{}</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="package">The package that it is of.</param>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static ProtoMessage Parse(string line, string package)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        string[] head = (colon < 0 ? line : line[..colon]).Split(' ');
        string fields = colon < 0 ? "" : line[(colon + 1)..].Trim();
        return head switch
        {
            [var name, "[]"] => new(name, ProtoForm.List, [ProtoField.Parse("1 items string[]", package)]),
            [var name, "|"] => new(name, ProtoForm.Choice, ParseFields(fields, package)),
            [var name] => new(name, ProtoForm.Object, ParseFields(fields, package)),
            _ => throw new FormatException($"'{line}' is no message"),
        };
    }

    /// <summary>The place among <see cref="Fields"/> of the field with that number; -1 for none.</summary>
    public int IndexOf(int number) => _byNumber.GetValueOrDefault(number, -1);

    private static ProtoField[] ParseFields(string text, string package) =>
        text.Length == 0 ? [] : [.. text.Split(", ").Select(field => ProtoField.Parse(field, package))];
}
