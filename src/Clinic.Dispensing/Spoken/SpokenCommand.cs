using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>A command with every part resolved; the caller carries it out once confirmed.</summary>
public abstract record SpokenCommand
{
    private SpokenCommand()
    {
    }

    /// <summary>The presentation meant.</summary>
    public required PresentationId Presentation { get; init; }

    /// <summary>The patient meant.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>The name of the case only.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Containers for a patient.</summary>
    /// <param name="Quantity">How much, in the base unit of the presentation.</param>
    /// <param name="Dose">The dose, in the unit said; null when none had to be said.</param>
    public sealed record HandOver(Quantity Quantity, Quantity? Dose) : SpokenCommand;

    /// <summary>A dose given.</summary>
    /// <param name="Amount">The dose, in the unit said.</param>
    public sealed record GiveDose(Quantity Amount) : SpokenCommand;

    /// <summary>Something unused that comes back.</summary>
    /// <param name="Quantity">How much, in the base unit of the presentation.</param>
    /// <param name="Reason">Why, in the speaker's words; null when not said.</param>
    public sealed record Return(Quantity Quantity, string? Reason) : SpokenCommand;

    /// <summary>A remainder discarded before a witness.</summary>
    /// <param name="Quantity">How much, in the base unit or in the unit said where that is finer.</param>
    /// <param name="Reason">Why, in the speaker's words.</param>
    /// <param name="Witness">Who saw it.</param>
    public sealed record Waste(Quantity Quantity, string Reason, PersonId Witness) : SpokenCommand;
}
