using System.Text;

namespace Clinic.Abstractions;

/// <summary>How sign-in names are compared: without regard to case, in every culture alike.</summary>
public static class SignInNames
{
    /// <summary>The form in which names are compared and kept unique.</summary>
    public static string Normalize(string signInName)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return signInName.Normalize(NormalizationForm.FormC).ToUpperInvariant();
    }
}
