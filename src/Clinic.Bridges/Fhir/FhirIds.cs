using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Bridges.Fhir;

/// <summary>Ids of resources: ours, and for a part of something the numbers of the part behind.</summary>
internal static class FhirIds
{
    public static string Line(DispensationId dispensation, int line) => Of(dispensation.Value, line);

    public static string Of(Guid id, params ReadOnlySpan<int> numbers)
    {
        var text = ClinicId.Text(id);
        foreach (var number in numbers) text += string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return text;
    }

    public static bool TryLine(string id, out DispensationId dispensation, out int line)
    {
        dispensation = default;
        line = 0;
        if (!TryRead(id, out var key, out var numbers) || numbers.Length != 1) return false;
        (dispensation, line) = (new(key), numbers[0]);
        return true;
    }

    /// <summary>Reads an id with numbers behind; false for anything else.</summary>
    public static bool TryRead(string id, out Guid key, out int[] numbers)
    {
        numbers = [];
        key = default;
        if (id.Length is < 38 or > 64 || id[36] != '-' || !Guid.TryParseExact(id.AsSpan(0, 36), "D", out key) || key == Guid.Empty) return false;
        var parts = id[37..].Split('-');
        var read = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out read[i])) return false;
        }

        numbers = read;
        return true;
    }
}
