using Clinic.Abstractions;
using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Requesting;

/// <summary>Asks for medicines for a department or patient.</summary>
public sealed record RequestDispensation : DispensingCommand<RequestAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.request";

    /// <summary>The location to dispense from.</summary>
    public required LocationId From { get; init; }

    /// <summary>For whom it is.</summary>
    public required DispensationTarget Target { get; init; }

    /// <summary>1 to 50 products, each once.</summary>
    public required IReadOnlyList<RequestLine> Lines { get; init; }

    /// <summary>The checklist that was ticked off; each line must be one of its items. Null for a free request.</summary>
    public ChecklistId? Checklist { get; init; }

    /// <summary>Whether it may be handed over ahead of its authorisation.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>When it lapses; null means the clinic's usual validity.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>The number on the prescription; at most 60 characters, or null.</summary>
    public string? Prescription { get; init; }

    /// <summary>How often it may be repeated, 0 to 24; ignored for a refill.</summary>
    public int RefillsAllowed { get; init; }

    /// <summary>The first dispensation when this is a refill, or null.</summary>
    public DispensationId? RefillOf { get; init; }

    /// <summary>Whether it stays a draft.</summary>
    public bool IsDraft { get; init; }
}
