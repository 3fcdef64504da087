using System.Collections;
using System.Text.Json;

namespace PartnershipTracker.Application.Exports;

/// <summary>Converts values to cells of an exported table.</summary>
internal static class ExportCell
{
    /// <returns>A day, an instant, a number, a list of SDG targets or a text; null for null.</returns>
    public static object? Of(object? value) =>
        value switch
        {
            null or DateOnly or DateTimeOffset or SdgTargetList => value,
            decimal number => Plain(number),
            int number => (decimal)number,
            long number => (decimal)number,
            bool yes => yes ? "true" : "false",
            Enum word => WordOf(word),
            string text => Formula.Neutralize(text),
            IEnumerable many => Formula.Neutralize(
                string.Join(';', many.Cast<object>().Select(one => one is Enum word ? WordOf(word) : one))
            ),
            _ => value.ToString(),
        };

    /// <summary>An enum value in its JSON form.</summary>
    public static string WordOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Removes trailing zeros, because databases store 1200.50 and 1200.500000 differently.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
