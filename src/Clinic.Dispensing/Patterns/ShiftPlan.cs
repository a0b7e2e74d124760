using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>The shifts of a day. The part of a night shift after midnight belongs to the date on which it began.</summary>
public sealed class ShiftPlan
{
    /// <summary>Takes 2 to 12 shifts with different names and beginnings, in any order.</summary>
    /// <exception cref="ArgumentException">Too few or many, a name without text, or a name or beginning twice.</exception>
    public ShiftPlan(IEnumerable<Shift> shifts)
    {
        ArgumentNullException.ThrowIfNull(shifts);
        Shifts = [.. shifts.OrderBy(s => s.Begins)];
        if (Shifts.Count is < 2 or > 12) throw new ArgumentException($"A plan has 2 to 12 shifts; found {Shifts.Count}.", nameof(shifts));
        if (Shifts.Any(s => string.IsNullOrWhiteSpace(s.Name) || s.Name.Length > 40)) throw new ArgumentException("A shift has a name of 1 to 40 characters.", nameof(shifts));
        if (Shifts.DistinctBy(s => s.Name).Count() != Shifts.Count) throw new ArgumentException("Two shifts have one name.", nameof(shifts));
        if (Shifts.DistinctBy(s => s.Begins).Count() != Shifts.Count) throw new ArgumentException("Two shifts begin at one time.", nameof(shifts));
    }

    /// <summary>Morning from 07:00, afternoon from 14:00, night from 21:00.</summary>
    public static ShiftPlan Default { get; } = new([new("morning", new(7, 0)), new("afternoon", new(14, 0)), new("night", new(21, 0))]);

    /// <summary>The shifts by their beginning.</summary>
    public IReadOnlyList<Shift> Shifts { get; }

    /// <summary>The index of the shift at a local time, and the date on which that shift began.</summary>
    public (int Index, LocalDate Began) At(LocalDateTime local)
    {
        for (var i = Shifts.Count - 1; i >= 0; i--)
        {
            if (local.TimeOfDay >= Shifts[i].Begins) return (i, local.Date);
        }

        return (Shifts.Count - 1, local.Date.PlusDays(-1));
    }
}
