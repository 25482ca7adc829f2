using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of the groups <c>admissionregistration.k8s.io</c> and <c>apiregistration.k8s.io</c>.</summary>
internal static class AdmissionPrinters
{
    /// <summary>Of webhook configurations, mutating or validating.</summary>
    public static BuiltInTable Webhooks { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Integer(
                "Webhooks", "Webhooks indicates the number of webhooks registered in this configuration", value => value["webhooks"u8].Count),
            PrintedColumn.Age,
        ]);

    /// <summary>Of validating policies.</summary>
    public static BuiltInTable ValidatingPolicies { get; } = Policies(
        "Validations", "Validations indicates the number of validation rules defined in this configuration", "validations");

    /// <summary>Of mutating policies.</summary>
    public static BuiltInTable MutatingPolicies { get; } = Policies(
        "Mutations", "Mutation indicates the number of mutations rules defined in this configuration", "mutations");

    /// <summary>Of bindings of policies, mutating or validating.</summary>
    public static BuiltInTable Bindings { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "PolicyName",
                "PolicyName indicates the policy definition which the policy binding binded to",
                value => Facts.Text(value["spec"u8]["policyName"u8])),
            PrintedColumn.Text(
                "ParamRef",
                "ParamRef indicates the param resource which sets the configration param",
                value => ParameterOf(value["spec"u8]["paramRef"u8])),
            PrintedColumn.Age,
        ]);

    /// <summary>Of API services.</summary>
    public static BuiltInTable ApiServices { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Service", "The reference to the service that hosts this API endpoint.", value => ServiceOf(value["spec"u8]["service"u8])),
            PrintedColumn.Text("Available", "Whether this service is available.", value => AvailabilityOf(value)),
            PrintedColumn.Age,
        ]);

    private static BuiltInTable Policies(string name, string description, string member) => new(
        [
            PrintedColumn.Name,
            PrintedColumn.Integer(name, description, value => value["spec"u8][member].Count),
            PrintedColumn.Text(
                "ParamKind", "ParamKind specifies the kind of resources used to parameterize this policy", value => KindOf(value["spec"u8]["paramKind"u8])),
            PrintedColumn.Age,
        ]);

    private static string KindOf(JsonValue kind) =>
        kind.IsAbsent ? Facts.Unset : $"{Facts.Text(kind["apiVersion"u8])}/{Facts.Text(kind["kind"u8])}";

    private static string ParameterOf(JsonValue parameter) => Facts.Text(parameter["name"u8]) is { Length: > 0 } name
        ? $"{Facts.TextOr(parameter["namespace"u8], "*")}/{name}"
        : parameter["selector"u8].IsAbsent ? Facts.Unset : GoSelector.Print(parameter["selector"u8]);

    private static string ServiceOf(JsonValue service) =>
        service.IsAbsent ? "Local" : $"{Facts.Text(service["namespace"u8])}/{Facts.Text(service["name"u8])}";

    private static string AvailabilityOf(JsonValue service)
    {
        JsonValue condition = Conditions.Find(service["status"u8], "Available");
        string status = Facts.TextOr(condition["status"u8], "Unknown");
        return status == "True"
            ? status
            : string.Create(CultureInfo.InvariantCulture, $"{status} ({Facts.TextOr(condition["reason"u8], "Unknown")})");
    }
}
