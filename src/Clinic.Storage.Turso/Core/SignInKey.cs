using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>The sign-in name as it is compared: without regard to case and to how accents are written.</summary>
/// <remarks>Culture-invariant, so that a Turkish server lets in whom an Ecuadorian one does.</remarks>
internal static class SignInKey
{
    public static string Of(string signInName) =>
        Utf16.Checked(signInName)!.Normalize(NormalizationForm.FormC).ToUpperInvariant().Normalize(NormalizationForm.FormC);
}
