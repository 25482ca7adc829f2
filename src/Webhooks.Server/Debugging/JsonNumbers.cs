using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Debugging;

/// <summary>Numbers that are not whole.</summary>
internal static class JsonNumbers
{
    /// <summary>Writes a number; one that JSON has no word for as <c>null</c>.</summary>
    public static void WriteDecimal(this JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteRaw(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            json.WriteNull();
        }
    }
}
