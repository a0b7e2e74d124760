using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>Adds what somebody knows.</summary>
/// <param name="Text">What is known; 1 to 1,000 characters.</param>
/// <param name="Attachment">A photo or document.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record EvidenceRequest(string Text, AttachmentRequest? Attachment = null, long? Version = null) : ICarriesAttachment
{
    /// <summary>The version only; the text may be private.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Gives a ticket to somebody.</summary>
/// <param name="Owner">Who looks into it.</param>
/// <param name="Due">By when; missing leaves it.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record AssignTicketRequest(PersonId Owner, Instant? Due = null, long? Version = null);

/// <summary>Ends a ticket.</summary>
/// <param name="Outcome">Explained or not.</param>
/// <param name="Reason">Why; 1 to 1,000 characters.</param>
/// <param name="MissingDose">The dose that was missing, where that explains it.</param>
/// <param name="MissingWaste">The waste that was missing, where that explains it.</param>
/// <param name="Approver">The second approval, where the class of medicine demands one.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ResolveTicketRequest(
    TicketOutcome Outcome, string Reason, DoseData? MissingDose = null, WasteData? MissingWaste = null, ProofRequest? Approver = null, string? Device = null,
    long? Version = null)
{
    internal ResolveTicket ToCommand(DispensationId dispensation, TicketId ticket, long? version, string device) => new()
    {
        Dispensation = dispensation,
        Version = version,
        Ticket = ticket,
        Outcome = Outcome,
        Reason = Reason,
        MissingDose = MissingDose,
        MissingWaste = MissingWaste,
        Approver = Approver?.ToProof(),
        Device = device,
    };

    /// <summary>The outcome only.</summary>
    public override string ToString() => Outcome.ToString();
}
