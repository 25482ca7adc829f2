using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Webhooks.Tests.Architecture;

/// <summary>
/// Everything that another assembly can see carries a comment, and one that says more than the name.
/// The compiler asks for a comment on what is written in source; this also asks for its content.
/// </summary>
internal static partial class PublicDocumentation
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What a comment made from a name is padded with.
    private static readonly HashSet<string> Padding =
    [
        "a", "an", "and", "are", "as", "be", "by", "for", "from", "if", "in", "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "with",
        "class", "constructor", "create", "enum", "field", "get", "initialize", "instance", "interface", "method", "new", "object", "property",
        "record", "represent", "return", "set", "struct", "true", "type", "value", "whether",
    ];

    /// <summary>What is wrong with the comments of an assembly's visible types and members.</summary>
    /// <param name="types">The types to look at; those that nobody outside can see are passed over.</param>
    /// <param name="documentation">The documentation file that the compiler wrote for them.</param>
    public static IEnumerable<string> Check(IEnumerable<Type> types, XDocument documentation)
    {
        Dictionary<string, XElement> comments = documentation.Descendants("member")
            .ToDictionary(comment => (string)comment.Attribute("name")!, StringComparer.Ordinal);
        return types.Where(IsVisible).SelectMany(Members).Select(member => Check(member, comments)).OfType<string>();
    }

    // A literal, as in <c>null</c>, is a fact and not a word of the name.
    private static bool NamesLiteral(XElement? comment) => comment?.Descendants("c").Any() == true;

    private static string? Check(MemberInfo member, Dictionary<string, XElement> comments)
    {
        string id = DocumentationId.Of(member);
        XElement? comment = comments.GetValueOrDefault(id);
        if (comment?.Element("inheritdoc") is not null)
        {
            return null;
        }

        string summary = Text(comment?.Element("summary"));
        if (summary.Length == 0)
        {
            // A positional record's properties are described by the type's <param> elements.
            summary = member is PropertyInfo property ? Text(PositionalComment(property, comments)) : "";
        }

        if (summary.Length == 0)
        {
            return $"{id} has no documentation.";
        }

        return !NamesLiteral(comment) && SaysNoMore(summary + " " + Text(comment?.Element("remarks")), member.Name)
            ? $"{id}: \"{summary}\" says no more than its name."
            : null;
    }

    private static XElement? PositionalComment(PropertyInfo property, Dictionary<string, XElement> comments) =>
        comments.GetValueOrDefault(DocumentationId.Of(property.DeclaringType!))?
            .Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == property.Name);

    private static bool IsVisible(Type type) => type.IsNested
        ? IsVisible(type.DeclaringType!) && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
        : type.IsPublic;

    private static IEnumerable<MemberInfo> Members(Type type)
    {
        bool isDelegate = type.IsSubclassOf(typeof(Delegate));
        return isDelegate ? [type] : [type, .. type.GetMembers(Declared).Where(member => member is not Type && IsWritten(member))];
    }

    // Written by somebody and seen from outside; what the compiler adds and what only overrides is not.
    private static bool IsWritten(MemberInfo member)
    {
        if (member.IsDefined(typeof(CompilerGeneratedAttribute)))
        {
            return false;
        }

        return member switch
        {
            FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
            ConstructorInfo constructor => IsSeen(constructor) && constructor.GetParameters().Length > 0,
            MethodInfo method => IsSeen(method) && !IsOverride(method)
                && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
            PropertyInfo property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(accessor => IsSeen(accessor) && !IsOverride(accessor)),
            EventInfo @event => IsSeen(@event.AddMethod!) && !IsOverride(@event.AddMethod!),
            _ => false,
        };
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool SaysNoMore(string comment, string name)
    {
        HashSet<string> known = [.. Words(name), .. Padding];
        return Words(comment).All(known.Contains);
    }

    // "MountPaths" and "the mount path" have the same words.
    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Select(word => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word);

    private static string Text(XElement? element) =>
        element is null ? "" : string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement reference => Referenced(reference),
            _ => "",
        })).Trim();

    // <see cref="P:Webhooks.Example.Name"/> reads as "Name".
    private static string Referenced(XElement reference)
    {
        string? target = (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name");
        return target is null ? "" : " " + target.Split('(')[0].Split('.', ':')[^1] + " ";
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
