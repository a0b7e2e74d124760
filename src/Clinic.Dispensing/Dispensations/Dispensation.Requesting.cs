using NodaTime;

namespace Clinic.Dispensing.Dispensations;

public sealed partial class Dispensation
{
    internal Dispensation Submit(Failures failures) => Next(state with { Status = Fire(failures, DispenseTrigger.Submit) });

    internal Dispensation Authorise(Failures failures, Signed by, string? prescription) => Next(state with
    {
        Status = Fire(failures, DispenseTrigger.Authorise),
        Authorised = by,
        Prescription = prescription ?? state.Prescription,
        AuthoriseBy = null,
    });

    internal Dispensation End(Failures failures, DispenseTrigger trigger, EndState end) => Next(state with
    {
        Status = Fire(failures, trigger),
        Ended = end,
        Hold = null,
        AuthoriseBy = IsPartlyDelivered ? state.AuthoriseBy : null,
        Lines = [.. state.Lines.Select(l => l.Parts.Count == 0 ? l : l with { Parts = [] })],
    });

    /// <summary>Whether its validity has passed.</summary>
    public bool HasLapsedAt(Instant now) => now >= ValidUntil;
}
