namespace Clinic.Dispensing.Closing;

/// <summary>What the accountability machine must know besides the status.</summary>
/// <param name="OthersUnderReview">Whether another ticket keeps the account under review.</param>
/// <param name="IsSettled">Whether nothing keeps the books from being closed once this is done.</param>
/// <param name="HasDifference">Whether an unexplained difference was booked.</param>
public sealed record AccountabilityFacts(bool OthersUnderReview, bool IsSettled, bool HasDifference);
