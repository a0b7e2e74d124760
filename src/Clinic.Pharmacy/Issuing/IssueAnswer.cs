using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Issuing;

/// <summary>What left, of which lots, at which cost.</summary>
/// <param name="Posting">The movements it wrote.</param>
/// <param name="Lines">One per presentation, in the order of the command.</param>
/// <param name="Cost">The exact cost of the lots taken.</param>
public sealed record IssueAnswer(PostingId Posting, IReadOnlyList<IssuedLine> Lines, Money Cost);
