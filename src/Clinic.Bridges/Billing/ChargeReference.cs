using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Pharmacy.Stock;

namespace Clinic.Bridges.Billing;

/// <summary>How a charge names what was delivered, for good: a lot of a line of a dispensation, or a lot of a posting.</summary>
internal static class ChargeReference
{
    private const string Issue = "issue";

    public static string Of(DispensationId dispensation, int line, LotId lot) => FormattableString.Invariant($"{dispensation}/{line}/{lot}");

    public static string Of(PostingId posting, LotId lot) => $"{Issue}/{posting}/{lot}";

    /// <summary>The line of a dispensation that a charge is for; false for stock that was handed out directly.</summary>
    public static bool TryRead(string reference, out DispensationId dispensation, out int line)
    {
        line = 0;
        dispensation = default;
        return reference.Split('/') is [var id, var number, _]
            && DispensationId.TryParse(id, out dispensation)
            && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out line);
    }
}
