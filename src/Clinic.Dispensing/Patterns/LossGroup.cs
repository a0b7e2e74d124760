namespace Clinic.Dispensing.Patterns;

/// <summary>Whose losses are compared: a shift or a person of a department, with one drug or all; a part that is -1 is every one.</summary>
internal readonly record struct LossGroup(LossPatternKind Kind, int Department, int Drug, int Shift, int Person, decimal? Amount = null, int Class = -1)
{
    public bool Has(LossCellKey cell) =>
        cell.Department == Department && (Drug < 0 || cell.Drug == Drug) && (Shift < 0 || cell.Shift == Shift) && (Person < 0 || cell.Person == Person);
}

/// <summary>A group that stands out, and how far.</summary>
internal sealed record LossSuspicion(LossGroup Group, double LogChance, RankSum Compared, long Count, double? Usual);
