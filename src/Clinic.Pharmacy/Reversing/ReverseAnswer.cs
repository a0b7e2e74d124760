using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reversing;

/// <summary>The reversing entries.</summary>
/// <param name="Posting">The posting that was written.</param>
/// <param name="Reversed">The posting that was taken back.</param>
/// <param name="Movements">How many lines.</param>
public sealed record ReverseAnswer(PostingId Posting, PostingId Reversed, int Movements);
