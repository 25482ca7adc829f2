using System.Reflection;
using System.Text;

namespace Webhooks.Tests.Architecture;

/// <summary>
/// The name under which the compiler writes a member's comment to the documentation file, such as
/// <c>M:Webhooks.Example.Find(System.String)</c>. Source: the C# specification, annex D, "ID string format".
/// </summary>
internal static class DocumentationId
{
    /// <summary>The ID of a type, field, property, event, method or constructor.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Definition(type),
        FieldInfo => $"F:{Owner(member)}.{member.Name}",
        EventInfo => $"E:{Owner(member)}.{member.Name}",
        PropertyInfo property => $"P:{Owner(member)}.{member.Name}{Parameters(property.GetIndexParameters())}",
        ConstructorInfo constructor => $"M:{Owner(member)}.#ctor{Parameters(constructor.GetParameters())}",
        MethodInfo method => $"M:{Owner(member)}.{method.Name}{Arity(method)}{Parameters(method.GetParameters())}{ConvertedTo(method)}",
        _ => throw new ArgumentException($"{member.MemberType} has no documentation ID.", nameof(member)),
    };

    private static string Owner(MemberInfo member) => Definition(member.DeclaringType!);

    private static string Definition(Type type) => type.FullName!.Replace('+', '.');

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";

    // Conversions alone may differ in nothing but what they return.
    private static string ConvertedTo(MethodInfo method) =>
        method.Name is "op_Implicit" or "op_Explicit" ? "~" + Reference(method.ReturnType) : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    private static string Reference(Type type)
    {
        if (type.IsByRef)
        {
            return Reference(type.GetElementType()!) + "@";
        }

        if (type.IsPointer)
        {
            return Reference(type.GetElementType()!) + "*";
        }

        if (type.IsArray)
        {
            int rank = type.GetArrayRank();
            return Reference(type.GetElementType()!) + (rank == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", rank))}]");
        }

        if (type.IsGenericParameter)
        {
            return (type.IsGenericMethodParameter ? "``" : "`") + type.GenericParameterPosition;
        }

        return type.IsGenericType ? Constructed(type) : Definition(type);
    }

    // Dictionary<string, T>.Enumerator is "…Dictionary{System.String,`0}.Enumerator": reflection keeps all
    // arguments on the innermost type, the ID wants them beside the type that declares them.
    private static string Constructed(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        var id = new StringBuilder();
        int taken = 0;
        foreach (string part in Definition(type.GetGenericTypeDefinition()).Split('.'))
        {
            id.Append(id.Length == 0 ? "" : ".");
            int tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                id.Append(part);
                continue;
            }

            int count = int.Parse(part.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
            id.Append(part, 0, tick).Append('{').AppendJoin(',', arguments.Skip(taken).Take(count).Select(Reference)).Append('}');
            taken += count;
        }

        return id.ToString();
    }
}
