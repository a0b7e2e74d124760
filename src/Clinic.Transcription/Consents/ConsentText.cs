namespace Clinic.Transcription.Consents;

/// <summary>The words of a form in one language, as the patient reads or hears them.</summary>
/// <param name="Language">Two letters, such as <c>es</c>.</param>
/// <param name="Title">At most 200 characters.</param>
/// <param name="Body">At most 20 000 characters; lines are allowed.</param>
public sealed record ConsentText(string Language, string Title, string Body);
