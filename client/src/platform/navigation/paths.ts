const part = (id: string) => encodeURIComponent(id);

/** Every address inside the application. Screens link through these, never through text of their own. */
export const paths = {
  home: () => '/',
  signIn: () => '/sign-in',
  password: () => '/password',
  admin: () => '/admin',
  newMeeting: () => '/meetings/new',
  meeting: (meeting: string) => `/meetings/${part(meeting)}`,
  desk: (meeting: string) => `/meetings/${part(meeting)}/desk`,
  prepare: (meeting: string) => `/meetings/${part(meeting)}/prepare`,
  result: (meeting: string) => `/meetings/${part(meeting)}/result`,
  resultPaper: (meeting: string, paper: string) => `/meetings/${part(meeting)}/result/papers/${part(paper)}`,
} as const;
