namespace Clinic.Dispensing.Returning;

/// <summary>A return, and where its dispensation stands.</summary>
/// <param name="Return">The return.</param>
/// <param name="Answer">Where the dispensation stands.</param>
public sealed record ReturnAnswer(ReturnId Return, DispensationAnswer Answer);
