using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>What of a dispensation no statement asks for.</summary>
internal sealed record DispensationDetail(
    Signed? Authorised, Signed? Prepared, Signed? Checked, HoldState? Hold, EndState? Ended, Signed? Closed, IReadOnlyList<PersonId> Participants)
{
    public static DispensationDetail Of(DispensationSnapshot s) => new(s.Authorised, s.Prepared, s.Checked, s.Hold, s.Ended, s.Closed, s.Participants);

    public override string ToString() => nameof(DispensationDetail);
}
