/** The sentences of the document; where it has none, those of Django REST framework, whose habits it follows. */
export const sentences = {
  required: "This field is required.",
  blank: "This field may not be blank.",
  /** The operations on appointments say it this way. */
  isBlank: "This field is may not be blank.",
  requiredAndNotBlank: "This field is required and this may not be blank.",
  isNull: "This field may not be null.",
  text: "Not a valid string.",
  integer: "A valid integer is required.",
  object: "Send the fields as a form, or as a JSON object.",
  email: "Invalid email.",
  phone: "Phone number must be entered in the format: '999999999'. Up to 15 digits allowed.",
  date: "Invalid date format.",
  appointmentFilter: "Invalid appointment filter value.",
  appointmentStatus: "Invalid appointment status.",
  longest: (characters: number) => `Ensure this field has no more than ${characters} characters.`,
  least: (number: number) => `Ensure this value is greater than or equal to ${number}.`,
  most: (number: number) => `Ensure this value is less than or equal to ${number}.`,
  choice: (value: string) => `${value} is not a valid choice.`,
} as const;
