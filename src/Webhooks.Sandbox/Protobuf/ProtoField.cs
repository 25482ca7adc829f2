namespace Webhooks.Sandbox.Protobuf;

/// <summary>A field of a message.</summary>
/// <param name="Number">Its number on the wire.</param>
/// <param name="Name">The member's name in JSON.</param>
/// <param name="GoName">The name that errors have.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Repeat">How often it may stand there.</param>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed record ProtoField(int Number, string Name, string GoName, ProtoShape Shape, ProtoRepeat Repeat)
{
    private readonly Lazy<ProtoMessage>? _message;

    /// <summary>Whether an empty one is left out of the JSON.</summary>
    public bool OmitsEmpty { get; init; }

    /// <summary>Whether it is <c>null</c> in JSON where it isn't there: a list without <c>omitempty</c>.</summary>
    public bool IsAlwaysWritten { get; init; }

    /// <summary>Whether it has no name of its own: its members stand among those of the message.</summary>
    public bool IsInline => Name == "+";

    /// <summary>Of a field that holds a message its description.</summary>
    /// <exception cref="InvalidOperationException">It holds none.</exception>
    public ProtoMessage Message => _message?.Value ?? throw new InvalidOperationException($"{GoName} holds no message");

    /// <summary>The type on the wire of one value.</summary>
    public WireType WireType => Shape switch
    {
        ProtoShape.Bool or ProtoShape.Int32 or ProtoShape.Int64 => WireType.Varint,
        ProtoShape.Double => WireType.Fixed64,
        _ => WireType.Bytes,
    };

    /// <summary>Whether values of it may stand together in one: a list of numbers.</summary>
    public bool MayBePacked => Repeat == ProtoRepeat.List && WireType != WireType.Bytes;

    /// <summary>Reads a field of the table: <c>3 command string[]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="package">The package that names without one belong to.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ProtoField Parse(string text, string package)
    {
        string[] words = text.Split(' ');
        if (words.Length != 3)
        {
            throw new FormatException($"'{text}' is not number, name and type");
        }

        string[] names = words[1].Split('/');
        string type = words[2].TrimEnd('?', '!');
        ProtoRepeat repeat = type.EndsWith("[]", StringComparison.Ordinal) ? ProtoRepeat.List
            : type.EndsWith("{}", StringComparison.Ordinal) ? ProtoRepeat.Map
            : ProtoRepeat.None;
        type = repeat == ProtoRepeat.None ? type : type[..^2];
        bool isScalar = char.IsLower(type[0]) && !type.Contains('.', StringComparison.Ordinal);
        return new(
            int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture),
            names[0],
            names.Length > 1 ? names[1] : char.ToUpperInvariant(names[0][0]) + names[0][1..],
            isScalar ? Enum.Parse<ProtoShape>(type, ignoreCase: true) : ProtoShape.Message,
            repeat,
            isScalar ? null : new(() => Reference(type, package)))
        {
            OmitsEmpty = words[2].EndsWith('?'),
            IsAlwaysWritten = words[2].EndsWith('!'),
        };
    }

    private ProtoField(int number, string name, string goName, ProtoShape shape, ProtoRepeat repeat, Lazy<ProtoMessage>? message)
        : this(number, name, goName, shape, repeat) => _message = message;

    private static ProtoMessage Reference(string type, string package)
    {
        int dot = type.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? ProtoMessages.Get(package, type) : ProtoMessages.Get(type[..dot], type[(dot + 1)..]);
    }
}
