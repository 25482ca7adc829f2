using Webhooks.Admission.Injection;
using Webhooks.Admission.Users;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Server.Validating;

/// <summary>What <c>webhooks validate</c> is asked for.</summary>
/// <param name="Files">Where the objects are: files, folders, or <c>-</c>.</param>
/// <param name="Definitions">Where CustomResourceDefinitions are.</param>
/// <param name="Old">The file with the objects that are there already; <c>null</c>: none are.</param>
/// <param name="Validation">What becomes of members that nobody knows, or that stand there twice.</param>
/// <param name="Users">The settings of Users.</param>
/// <param name="Version">The server's release; <c>null</c>: the one whose answers are known.</param>
/// <param name="Format">How to print.</param>
internal sealed record ValidateSettings(
    IReadOnlyList<string> Files, IReadOnlyList<string> Definitions, string? Old, FieldValidation Validation, UserOptions Users, KubeVersion? Version, JudgementFormat Format);
