using System.Globalization;
using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Bridges.Fhir;

/// <summary>Ids of resources: ours, and for a line of a dispensation its number behind.</summary>
internal static class FhirIds
{
    public static string Line(DispensationId dispensation, int line) => string.Create(CultureInfo.InvariantCulture, $"{ClinicId.Text(dispensation.Value)}-{line}");

    public static bool TryLine(string id, out DispensationId dispensation, out int line)
    {
        line = 0;
        dispensation = default;
        return id.Length is > 37 and <= 64 && id[36] == '-' && DispensationId.TryParse(id[..36], out dispensation)
            && int.TryParse(id.AsSpan(37), NumberStyles.None, CultureInfo.InvariantCulture, out line);
    }
}
