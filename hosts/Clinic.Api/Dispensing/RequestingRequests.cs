using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Requesting;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>Asks for medicines for a department or patient.</summary>
/// <param name="From">The location to dispense from.</param>
/// <param name="Target">For whom it is.</param>
/// <param name="Lines">The products, each once.</param>
/// <param name="Checklist">The checklist that was ticked off; missing for a free request.</param>
/// <param name="Urgency">Whether it may be handed over ahead of its authorisation; missing means routine.</param>
/// <param name="ValidUntil">When it lapses; missing means the clinic's usual validity.</param>
/// <param name="Prescription">The number on the prescription.</param>
/// <param name="RefillsAllowed">How often it may be repeated, 0 to 24.</param>
/// <param name="RefillOf">The first dispensation when this is a refill.</param>
/// <param name="IsDraft">Whether it stays a draft.</param>
public sealed record DispensationRequest(
    LocationId From, DispensationTarget Target, IReadOnlyList<RequestLine> Lines, ChecklistId? Checklist = null, Urgency Urgency = Urgency.Routine,
    Instant? ValidUntil = null, string? Prescription = null, int RefillsAllowed = 0, DispensationId? RefillOf = null, bool IsDraft = false)
{
    internal RequestDispensation ToCommand() => new()
    {
        From = From,
        Target = Target,
        Lines = Lines,
        Checklist = Checklist,
        Urgency = Urgency,
        ValidUntil = ValidUntil,
        Prescription = Prescription,
        RefillsAllowed = RefillsAllowed,
        RefillOf = RefillOf,
        IsDraft = IsDraft,
    };

    /// <summary>The number of lines only.</summary>
    public override string ToString() => $"{Lines.Count} lines";
}

/// <summary>Authorises.</summary>
/// <param name="Prescription">The number on the prescription, where the request had none.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record AuthoriseRequest(string? Prescription = null, long? Version = null);
