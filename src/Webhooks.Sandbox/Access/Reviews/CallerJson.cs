using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>A caller as <c>authentication.k8s.io</c> shows him: <c>UserInfo</c>.</summary>
internal static class CallerJson
{
    /// <summary>Writes the caller, without what is empty; <c>null</c> gives an empty object.</summary>
    public static void Write(JsonWriter writer, Caller? caller)
    {
        writer.StartObject();
        if (caller != null)
        {
            writer.WriteTextIfAny("username", caller.Name);
            writer.WriteTextIfAny("uid", caller.Uid);
            writer.WriteStringsIfAny("groups", caller.Groups);
            WriteExtra(writer, caller);
        }

        writer.EndObject();
    }

    /// <summary>Writes the member <c>extra</c>, unless there is nothing in it.</summary>
    public static void WriteExtra(JsonWriter writer, Caller caller)
    {
        if (caller.Extra.IsEmpty)
        {
            return;
        }

        writer.WriteName("extra");
        writer.StartObject();
        foreach ((string key, var values) in caller.Extra)
        {
            writer.WriteStrings(key, values);
        }

        writer.EndObject();
    }
}
