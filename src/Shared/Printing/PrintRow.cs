namespace Clinic.Printing;

/// <summary>One row of a printed page: text on the left, an amount on the right, or one of them.</summary>
internal sealed record PrintRow(string Left, string? Right = null, bool IsBold = false, bool IsSmall = false);
