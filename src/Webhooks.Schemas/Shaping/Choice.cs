using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Shaping;

/// <summary>What becomes of a member or an item.</summary>
/// <param name="Kind">Whether it stays, and whether its own members and items are looked at.</param>
/// <param name="Value">The value that is written; another than was there where it is replaced.</param>
/// <param name="Context">What is known of it, for the choices below it.</param>
internal readonly record struct Choice<T>(ChoiceKind Kind, JsonValue Value, T Context);
