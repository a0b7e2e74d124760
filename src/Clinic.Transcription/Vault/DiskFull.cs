namespace Clinic.Transcription.Vault;

/// <summary>Tells a full medium from other trouble, by the numbers of the operating systems.</summary>
internal static class DiskFull
{
    private const int NoSpaceLeft = 28;
    private const int QuotaPassed = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    public static bool Is(IOException e) => e.HResult is NoSpaceLeft or QuotaPassed or WindowsDiskFull or WindowsHandleDiskFull;
}
